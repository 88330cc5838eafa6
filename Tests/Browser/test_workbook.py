"""Workbooks that went through LibreOffice: a program we did not write opens ours, and we read what it writes."""

import re
import subprocess

import pytest

from counting import Office


@pytest.fixture(scope="module")
def office(browser, tmp_path_factory):
    office = Office(browser, tmp_path_factory.mktemp("workbook"), opens_desks=False)
    yield office
    office.stop()


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """Has LibreOffice read a file and write it anew in another format, beside the old one."""
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(file, format):
        made = subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", format]
            + ["--outdir", file.parent, file],
            capture_output=True,
            text=True,
            timeout=120,
        )
        result = file.with_suffix("." + format.partition(":")[0])
        assert result.exists(), made.stdout + made.stderr
        return result

    return convert


def replaced(text, old, new):
    assert text.count(old) == 1, f"{old} stands {text.count(old)} times"
    return text.replace(old, new)


def saved(page, name, path):
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    download.value.save_as(path)
    return path


def test_stages_are_exported_edited_in_a_spreadsheet_and_brought_back(office, convert, tmp_path):
    page = office.page("chair-1", "chair", "/stages", scripts=False)
    page.get_by_role("button", name="Adopt the calendar of PKPU 7/2017").click()
    page.goto(office.address + "/en/desk/acts/stages-planned")
    file = saved(page, "the rows in force as XLSX", tmp_path / "stages.xlsx")

    flat = convert(file, "fods")
    text = flat.read_text()
    assert "table:formula" not in text, "text became a formula"
    # The regency's recapitulation ends two days later, and the quiet period not at all where it should.
    days = re.search(r"recapitulation-of-the-regency.*?</table:table-row>", text, re.S).group()
    text = text.replace(days, replaced(days, "2019-05-06", "2019-05-08"))
    quiet = re.search(r">quiet-period<.*?</table:table-row>", text, re.S).group()
    text = text.replace(quiet, replaced(quiet, "2019-04-16", "16 April"))
    flat.write_text(text)
    file.unlink()

    page.get_by_label("XLSX or CSV file").set_input_files(convert(flat, "xlsx"))
    page.get_by_role("button", name="Show its rows").click()
    wrong = page.locator(".field.wrong")
    assert wrong.count() == 1 and "not a day" in wrong.inner_text()
    assert wrong.locator("input").get_attribute("name").endswith(".last")
    wrong.locator("input").fill("2019-04-16")
    page.get_by_label("Basis", exact=True).fill("PKPU 10/2019")
    page.get_by_label("Its day").fill("2019-04-01")
    page.get_by_role("button", name="Plan stages").click()
    assert page.locator("h1").inner_text() == "Stages"
    page.get_by_role("link", name="Recapitulation of the regency").first.click()
    plans = page.locator("tbody tr").all_inner_texts()
    assert "8 May 2019" in plans[0] and "PKPU 10/2019" in plans[0] and "6 May 2019" in plans[1]


def test_a_list_is_had_as_a_workbook_that_others_read(office, convert, tmp_path):
    page = office.page("chair-1", "chair", "/stages", scripts=False)
    file = saved(page, "XLSX", tmp_path / "list.xlsx")
    # Commas, quotation marks, UTF-8.
    lines = convert(file, "csv:Text - txt - csv (StarCalc):44,34,76").read_text().splitlines()
    assert lines[0] == "stage,name,kind,division,first,last,begun,closed,delay,standing"
    assert len(lines) == 28
    assert lines[1].startswith("1,Outreach,Outreach,") and ",2017-08-01," in lines[1]
    assert ",,," in lines[1], "what is missing is empty"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("no workbook", b"PK\x03\x04 and nothing more", "XLSX"),
        ("no table", b"\xff\xfe", "UTF-8"),
        ("without its columns", b"key,name\na,b\n", "first"),
        ("nothing", b"", "empty"),
    ],
)
def test_what_is_no_table_is_refused_and_nothing_is_done(office, tmp_path, name, content, said):
    page = office.page("chair-1", "chair", "/acts/stages-planned", scripts=False)
    file = tmp_path / "rows.xlsx"
    file.write_bytes(content)
    page.get_by_label("XLSX or CSV file").set_input_files(file)
    page.get_by_role("button", name="Show its rows").click()
    assert said in page.get_by_role("alert").inner_text(), name
