"""补办: a lost or damaged certificate is replaced under the same number and term."""

from __future__ import annotations

from licensing_server.contract.answers import ReissueAnswers
from licensing_server.contract.licences import Option, Terms
from licensing_server.rules.basis import AnswerError, Approval, Finding, Transaction, promised, require_option
from licensing_server.rules.common import delivery_options, expiry_findings, standing_findings
from licensing_server.rules.facts import Case

CAUSES = [Option(code="lost", text="丢了"), Option(code="damaged", text="坏了，看不清")]
COPIES = [Option(code="original", text="正本（挂在店里的）"), Option(code="duplicate", text="副本（收起来的）")]
CIRCUMSTANCES = [
    Option(code="misplaced", text="不知道放到哪里了"),
    Option(code="stolen", text="被偷了"),
    Option(code="disaster", text="水淹、火烧、台风"),
    Option(code="worn", text="用久了，褪色、破了"),
    Option(code="other", text="别的情况"),
]


def examine(case: Case, _answers: ReissueAnswers | None) -> list[Finding]:
    return standing_findings(case, "reissue") or expiry_findings(case)


def terms(case: Case) -> Terms:
    return Terms(
        promised_working_days=promised(case, "reissue"),
        reasons=CIRCUMSTANCES,
        delivery=delivery_options(case),
        copies=COPIES,
        causes=CAUSES,
    )


def check(_case: Case, terms: Terms, answers: ReissueAnswers) -> None:
    require_option(answers.cause, terms.causes, "补办原因")
    require_option(answers.circumstances, terms.reasons, "情况")
    for copy in answers.copies:
        require_option(copy, terms.copies, "要补的那一本")
    if len(set(answers.copies)) < len(answers.copies):
        raise AnswerError("reissue.twice", "同一本选了两次，请只选一次。")


def grant(case: Case, _answers: ReissueAnswers) -> dict[str, object]:
    return {"issued_on": case.today}


TRANSACTION = Transaction(
    name="reissue",
    title="补办许可证",
    official_name="遗失、毁损补办",
    brings=("身份证", "坏了的许可证，领新证时交回"),
    summary=("证丢了或者坏了，补一本。", "号码和到期日不变，不用登报。"),
    rules=(),
    examine=examine,
    terms=terms,
    check=check,
    grant=grant,
    approval=Approval("reissue.in-validity", "许可证还在有效期里，当场批准补办。", "烟草专卖许可证管理办法 补办"),
    granted_sentence="批准了，给您补一本。",
    outcome_title="补的证交给您",
)
