"""Code tables printed into the card's record as numbers: sex (GB/T 2261.1) and ethnic group (GB/T 3304)."""

from __future__ import annotations

SEXES = {"0": "未知", "1": "男", "2": "女", "9": "未说明"}

_ETHNICITIES_FROM_01 = [  # ten a line
    "汉", "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜",
    "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎", "傈僳",
    "佤", "畲", "高山", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土",
    "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南", "仡佬", "锡伯", "阿昌", "普米",
    "塔吉克", "怒", "乌孜别克", "俄罗斯", "鄂温克", "德昂", "保安", "裕固", "京", "塔塔尔",
    "独龙", "鄂伦春", "赫哲", "门巴", "珞巴", "基诺",
]  # fmt: skip
ETHNICITIES = {f"{number:02}": name for number, name in enumerate(_ETHNICITIES_FROM_01, start=1)} | {
    "97": "其他",
    "98": "外国血统中国籍人士",
}


def name_of(table: dict[str, str], code: str) -> str:
    """The name behind a code; a code the table does not know stays as it is rather than becoming something else."""
    return table.get(code, code)


def code_of(table: dict[str, str], name: str) -> str:
    """The code of a name; the other way round of ``name_of``."""
    return next((code for code, known in table.items() if known == name), name)
