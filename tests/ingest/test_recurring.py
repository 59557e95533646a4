"""Standing lines of a publisher go, its prose stays."""

from regesta.ingest import read_article, without_recurring

BACKGROUND = "The dam was built in 1961 and has leaked ever since, according to its operator."
STANDING = "Valley News is owned by its readers and lives on their gifts. Write to us, we read every letter."


def articles(folder, bodies, publisher="Valley News"):
    found = []
    for number, body in enumerate(bodies):
        path = folder / f"a{number}.txt"
        path.write_text(body, encoding="utf-8")
        found.append(read_article(path, {"publisher": publisher, "language": "en"}, folder))
    return found


def body(day):
    return (
        f"VALLEY, May {day} (VN) - The council met on day {day} of the strike and decided nothing.\n\n"
        f"{BACKGROUND}\n\nNobody was hurt, the police said on day {day}.\n\n"
        f"The mayor spoke for {day} minutes.\n\n{STANDING}"
    )


def test_a_standing_line_goes_and_background_stays(tmp_path):
    read = articles(tmp_path, [body(day) for day in range(2, 7)])
    for before, after in zip(read, without_recurring(read), strict=True):
        assert STANDING in before.text
        assert STANDING not in after.text
        assert BACKGROUND in after.text
        assert after.dateline.of(after.text) == before.dateline.of(before.text)
        assert "\n\n".join(block.span.of(after.text) for block in after.blocks) == after.text


def test_two_articles_prove_nothing(tmp_path):
    read = articles(tmp_path, [body(2), body(3)])
    assert without_recurring(read) == tuple(read)


def test_copies_of_one_article_prove_nothing(tmp_path):
    read = articles(tmp_path, [body(2)] * 4)
    assert without_recurring(read) == tuple(read)
