from collections import defaultdict

import pytest

from kith.directory.folding import words_of
from kith.directory.search_words import question_of
from kith.directory.synonyms import FOLDER, LANGUAGES, PLAIN_WORDS, STOP_WORDS, topics_in
from kith.directory.terms import Topic

TYPED = {
    "es": {
        "necesito un lugar donde dormir": Topic.HOUSING,
        "¿Dónde hay comida?": Topic.FOOD,
        "quiero hablar con alguien": Topic.TALK,
        "emergencia": Topic.CRISIS,
        "no tengo dinero": Topic.MONEY,
        "busco trabajo": Topic.WORK,
        "clases de inglés": Topic.LEARNING,
        "necesito un médico": Topic.HEALTH,
        "busco un abogado": Topic.LEGAL,
        "ayuda para mis hijos": Topic.FAMILY,
        "me siento solo": Topic.COMPANY,
        "una iglesia cerca": Topic.FAITH,
        "mi marido me pega": Topic.SAFETY_AT_HOME,
        "me violaron": Topic.SEXUAL_HEALTH,
        "no tengo papeles": Topic.IMMIGRATION,
        "quiero dejar de beber": Topic.ADDICTION,
        "soy lesbiana": Topic.LGBT,
    },
    "fr": {
        "je cherche un endroit où dormir": Topic.HOUSING,
        "j'ai faim": Topic.FOOD,
        "j’ai besoin de parler à quelqu’un": Topic.TALK,
        "urgence": Topic.CRISIS,
        "je n'ai plus d'argent": Topic.MONEY,
        "je cherche du travail": Topic.WORK,
        "apprendre le français": Topic.LEARNING,
        "je suis malade": Topic.HEALTH,
        "je cherche un avocat": Topic.LEGAL,
        "aide pour mes enfants": Topic.FAMILY,
        "je me sens seule": Topic.COMPANY,
        "une église": Topic.FAITH,
        "j'ai peur de mon mari": Topic.SAFETY_AT_HOME,
        "j'ai été violée": Topic.SEXUAL_HEALTH,
        "demande d'asile": Topic.IMMIGRATION,
        "je bois trop": Topic.ADDICTION,
        "je suis gay": Topic.LGBT,
    },
    "so": {
        "waxaan rabaa meel aan seexdo": Topic.HOUSING,
        "cunto ayaan u baahanahay": Topic.FOOD,
        "qof aan la hadlo": Topic.TALK,
        "xaalad degdeg ah": Topic.CRISIS,
        "lacag ma haysto": Topic.MONEY,
        "shaqo ayaan rabaa": Topic.WORK,
        "barashada ingiriisiga": Topic.LEARNING,
        "dhakhtar": Topic.HEALTH,
        "waxaan u baahanahay qareen": Topic.LEGAL,
        "caawimaad carruurta": Topic.FAMILY,
        "saaxiibo": Topic.COMPANY,
        "masjid": Topic.FAITH,
        "ninkaygu wuu i garaacaa": Topic.SAFETY_AT_HOME,
        "la i kufsaday": Topic.SEXUAL_HEALTH,
        "sharci la'aan": Topic.IMMIGRATION,
        "daroogo": Topic.ADDICTION,
        "LGBT": Topic.LGBT,
    },
    "uk": {
        "де переночувати": Topic.HOUSING,
        "немає що їсти": Topic.FOOD,
        "хочу з кимось поговорити": Topic.TALK,
        "екстрена допомога": Topic.CRISIS,
        "немає грошей": Topic.MONEY,
        "шукаю роботу": Topic.WORK,
        "курси англійської": Topic.LEARNING,
        "потрібен лікар": Topic.HEALTH,
        "мені потрібен адвокат": Topic.LEGAL,
        "допомога для моєї сім'ї": Topic.FAMILY,
        "мені самотньо": Topic.COMPANY,
        "церква поруч": Topic.FAITH,
        "чоловік мене б’є": Topic.SAFETY_AT_HOME,
        "мене зґвалтували": Topic.SEXUAL_HEALTH,
        "статус біженця": Topic.IMMIGRATION,
        "кинути пити": Topic.ADDICTION,
        "ЛГБТ": Topic.LGBT,
    },
}
SAID = [(language, typed, topic) for language, lines in TYPED.items() for typed, topic in lines.items()]


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("someone to talk to", Topic.TALK),
        ("Food bank", Topic.FOOD),
        ("eviction", Topic.HOUSING),
        ("domestic violence", Topic.SAFETY_AT_HOME),
        ("طعام", Topic.FOOD),
        ("شخص أتحدث إليه", Topic.TALK),
        ("سكن", Topic.HOUSING),
    ],
)
def test_plain_words_name_a_topic(typed: str, topic: Topic) -> None:
    topics, left = topics_in(words_of(typed))

    assert topics == {topic}
    assert left == []


def test_the_longest_phrase_counts_and_the_rest_is_left_over() -> None:
    topics, left = topics_in(words_of("food bank Spanish"))

    assert topics == {Topic.FOOD}
    assert left == ["spanish"]


@pytest.mark.parametrize(("language", "typed", "topic"), SAID)
def test_a_plain_need_in_each_language_is_its_topic_and_nothing_else(
    language: str, typed: str, topic: Topic
) -> None:
    (part,) = question_of(typed, ()).parts

    assert (part.topics, part.besides) == ((topic,), ()), language


def test_every_language_has_words_for_every_topic_and_every_file_is_read() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(LANGUAGES) == set(PLAIN_WORDS)
    for language, one in PLAIN_WORDS.items():
        assert set(one.phrases) == set(Topic), language
        assert all(phrase for phrases in one.phrases.values() for phrase in phrases), language
    assert all(set(TYPED[language].values()) == set(Topic) for language in TYPED)


def test_no_phrase_means_one_thing_in_one_language_and_another_in_another() -> None:
    meant: dict[tuple[str, ...], set[Topic]] = defaultdict(set)
    for one in PLAIN_WORDS.values():
        for topic, phrases in one.phrases.items():
            for phrase in phrases:
                meant[phrase].add(topic)

    assert {phrase: topics for phrase, topics in meant.items() if len(topics) > 1} == {}


@pytest.mark.parametrize(
    "typed",
    [
        "tennis court",
        "pain clinic volunteers",
        "urgent care",
        "school expulsion",
        "restorative justice",
        "information line",
        "Santa Fe",
        "CASA volunteers",
        "curriculum",
        "Department of Public Works",
        "bail bonds",
        "Lois",
        "chat",
        "today hoy",
        "coin collecting",
    ],
)
def test_words_of_other_languages_add_no_topic_to_english_ones(typed: str) -> None:
    english = {phrase for phrases in PLAIN_WORDS["en"].phrases.values() for phrase in phrases}
    words = words_of(typed)
    alone = {topic for word in words if (word,) not in english for topic in topics_in([word])[0]}

    assert alone == set()


def test_telling_words_of_english_are_no_stop_words_of_another_language() -> None:
    telling = "sin son court car sale pain chat bail wax mid no not sans men women free plus don"

    assert STOP_WORDS.isdisjoint(telling.split())
