from kith.directory.search_words import Part, looser, question_of
from kith.directory.terms import Topic


def test_a_comma_means_or() -> None:
    question = question_of("housing, someone to talk to", ())

    assert [part.topics for part in question.parts] == [(Topic.HOUSING,), (Topic.TALK,)]
    assert question.topics == (Topic.HOUSING, Topic.TALK)


def test_words_beside_a_topic_stay_a_condition() -> None:
    assert question_of("legal aid Spanish", ()).parts == (
        Part((Topic.LEGAL,), ("spanish",), ("legal", "aid", "spanish")),
    )


def test_words_that_tell_nothing_are_left_out_unless_there_are_no_others() -> None:
    assert question_of("help with the walking", ()).parts[0].words == ("walking",)
    assert question_of("the", ()).parts[0].words == ("the",)


def test_signs_alone_are_no_question() -> None:
    assert not question_of(' "*(:^', ())


def test_a_looser_question_takes_any_word_or_topic() -> None:
    parts = looser(question_of("legal aid Spanish", ())).parts

    assert [part.words or part.topics for part in parts] == [
        (Topic.LEGAL,),
        ("legal",),
        ("aid",),
        ("spanish",),
    ]
