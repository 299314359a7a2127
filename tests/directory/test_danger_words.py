"""Words of danger, as people type them, in each language; and ordinary words, which raise no alarm."""

import pytest

from kith.directory.danger_words import DANGER_WORDS, is_danger
from kith.directory.folding import MOST_WORDS


@pytest.mark.parametrize(
    "words",
    [
        "I want to die",
        "My husband HITS me.",
        "how do i kill myself",
        "he will kill me",
        "I don't want to live any more",
        "self-harm",
        "food, suicide",
        "أريد أن أموت",
        "زوجي يضربني",
        "no quiero vivir",
        "mon mari me frappe",
        "waxaan rabaa inaan dhinto",
        "Чоловік б'є мене",
        "хочу померти",
    ],
)
def test_words_of_danger_are_seen_in_every_language(words: str) -> None:
    assert is_danger(words)


KINDS = {
    "wants to die": (
        "I want to die",
        "أريد أن أموت",
        "me quiero morir",
        "je n'ai plus envie de vivre",
        "waxaan rabaa inaan dhinto",
        "не хочу більше жити",
    ),
    "kill oneself": (
        "kill myself",
        "سأقتل نفسي",
        "me quiero matar",
        "je vais me tuer",
        "waan isdilayaa",
        "хочу вбити себе",
    ),
    "hurts oneself": (
        "I keep cutting myself",
        "أجرح نفسي",
        "me corto",
        "je me taillade, me scarifier",
        "inaan is jaro",
        "ріжу себе",
    ),
    "has taken too much": (
        "took too many tablets",
        "تناولت حبوبا كثيرة",
        "me tomé pastillas",
        "j'ai avalé des médicaments",
        "kiniin badan",
        "випила таблетки",
    ),
    "is beaten": (
        "he beats me",
        "زوجي يضربني",
        "mi marido me pega",
        "il me frappe",
        "wuu i garaacaa",
        "він б’є мене",
    ),
    "is threatened": (
        "he threatened me",
        "يهددني",
        "me amenaza",
        "il me menace",
        "wuu ii hanjabay",
        "він погрожує",
    ),
    "is afraid of somebody near": (
        "afraid of my husband",
        "أخاف من زوجي",
        "tengo miedo de mi marido",
        "j'ai peur de mon mari",
        "waan ka baqayaa ninkayga",
        "боюся чоловіка",
    ),
    "was strangled": (
        "he choked me",
        "يخنقني",
        "me estrangula",
        "il m’a étranglée",
        "wuu i ceejiyay",
        "душив мене",
    ),
    "was raped": ("I was raped", "اغتصبني", "me violaron", "j'ai été violée", "la i kufsaday", "зґвалтували"),
    "was attacked": (
        "he attacked me",
        "هاجمني",
        "me atacó",
        "on m'a agressée",
        "i weeraray",
        "на мене напали",
    ),
    "is not safe": (
        "I am not safe",
        "لست آمنة",
        "no estoy segura",
        "pas en sécurité",
        "badqab ma lihi",
        "я в небезпеці",
    ),
    "hears voices": (
        "hearing voices",
        "أسمع أصواتا",
        "escucho voces",
        "j'entends des voix",
        "codad ayaan maqlaa",
        "чую голоси",
    ),
    "is followed": (
        "being followed",
        "يلاحقني",
        "me siguen",
        "on me suit",
        "i daba socda",
        "мене переслідують",
    ),
    "is sold": (
        "trafficked",
        "الاتجار بالبشر",
        "trata de personas",
        "traite des êtres humains",
        "ka ganacsiga dadka",
        "торгівля людьми",
    ),
    "is made to marry": (
        "forced marriage",
        "زواج بالإكراه",
        "matrimonio forzado",
        "mariage forcé",
        "guur qasab ah",
        "примусовий шлюб",
    ),
    "a child is hurt": (
        "child abuse",
        "يضرب أطفالي",
        "maltrato infantil",
        "il frappe mes enfants",
        "xadgudubka carruurta",
        "б'є дітей",
    ),
}


@pytest.mark.parametrize(("kind", "said"), KINDS.items())
def test_every_kind_of_danger_is_seen_in_all_six_languages(kind: str, said: tuple[str, ...]) -> None:
    assert len(said) == len(DANGER_WORDS)
    assert [words for words in said if not is_danger(words)] == [], kind


@pytest.mark.parametrize(
    "words",
    [
        "busco trabajo",
        "quiero hablar con alguien",
        "je cherche un logement",
        "besoin d'aide",
        "cunto",
        "waxaan rabaa shaqo",
        "шукаю роботу",
        "з ким поговорити",
        "أريد طعاما",
    ],
)
def test_ordinary_needs_in_other_languages_are_no_danger(words: str) -> None:
    assert not is_danger(words)


@pytest.mark.parametrize(
    "words", ["", "food", "somewhere to live", "سكن", "die Wohnung", "hit the road running club", "a b c"]
)
def test_ordinary_words_are_no_danger(words: str) -> None:
    assert not is_danger(words)


def test_a_long_text_is_read_to_its_end() -> None:
    assert is_danger("well " * MOST_WORDS * 3 + "I want to die")


def test_every_language_says_who_checked_its_words_or_that_nobody_did() -> None:
    assert {"en", "ar", "es", "fr", "so", "uk"} == set(DANGER_WORDS)
    assert all(isinstance(one.reviewed_by, str) for one in DANGER_WORDS.values())
