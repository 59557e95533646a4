"""The CSV and its description are read by Frictionless; spreadsheets find no formula in it."""

import csv
import io
import json

import frictionless
import pytest

from regesta import exports
from regesta.exports import datapackage, table
from regesta.exports.escaping import cell


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_every_event_is_one_row(any_publication, rendered):
    found = rows(rendered(table, any_publication))
    assert [row["id"] for row in found] == [event.id for event in any_publication.site.chronicle.sequence]


def test_open_ends_are_empty_cells(small, rendered):
    found = {row["id"]: (row["date"], row["earliest"], row["latest"]) for row in rows(rendered(table, small))}
    assert found["2024-03-06-talks"] == ("2024-03-06/..", "2024-03-06", "")
    assert found["2024-02-29-warning"] == ("../2024-02-29", "", "2024-02-29")
    assert found["undated-promise"] == ("", "", "")
    assert found["2024-03-figures"] == ("2024-03", "2024-03-01", "2024-03-31")


def test_lines_end_as_rfc_4180_wants(any_publication, rendered):
    text = rendered(table, any_publication)
    assert text.startswith("\ufeffid,title,date,")
    assert text.count("\n") == text.count("\r\n") == len(any_publication.site.chronicle.events) + 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+2", "@SUM(A1)", " =1", "\t=1", "＝1", "-2023 was cold", "\r=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-0044-03-15", "-0044/2023", "2023-11", "../2023", "a=1", ""])
def test_dates_and_plain_text_stay_as_they_are(text):
    assert cell(text) == text


def test_no_cell_of_a_hostile_chronology_runs(hostile, rendered):
    for row in rows(rendered(table, hostile)):
        for name, value in row.items():
            assert not value.startswith(("=", "+", "@", "\t", "\r")), name
            assert not value.startswith("-") or value[1:5].isdigit(), name


@pytest.mark.parametrize("name", ["small", "hostile"])
def test_frictionless_loads_the_package(request, tmp_path, name):
    publication = request.getfixturevalue(name)
    for form in (table, datapackage):
        target = tmp_path / form.path(exports.whole(publication))
        target.write_bytes(form.render(publication, exports.whole(publication)).encode())
    described = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    described["resources"] = described["resources"][:1]
    (tmp_path / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.to_summary()


def test_the_package_names_every_column_in_order(small, rendered):
    described = json.loads(rendered(datapackage, small))
    fields = [field["name"] for field in described["resources"][0]["schema"]["fields"]]
    assert fields == rendered(table, small).removeprefix("\ufeff").split("\r\n")[0].split(",")


def test_days_are_dates_where_the_calendar_holds_them(small, hostile, rendered):
    kinds = {}
    for name, publication in (("small", small), ("hostile", hostile)):
        fields = json.loads(rendered(datapackage, publication))["resources"][0]["schema"]["fields"]
        kinds[name] = next(field["type"] for field in fields if field["name"] == "earliest")
    assert kinds == {"small": "date", "hostile": "string"}
