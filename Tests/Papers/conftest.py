import pytest
from paper_office import rehearse, run


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    return rehearse(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="session")
def papers(office):
    """All papers of the office as drafts, as JSON and as PDF."""
    for format in ("json", "pdf"):
        made = run("paper", "make", office, "--to", office.parent / format, "--format", format)
        assert made.returncode == 0, made.stderr
    return office.parent


@pytest.fixture(scope="session")
def issued(office):
    """The office with every paper issued, and the files beside it."""
    made = run("paper", "issue", office, "--keys", f"{office}-keys")
    assert made.returncode == 0, made.stderr
    written = run("paper", "make", office, "--issued", "--to", office.parent / "issued")
    assert written.returncode == 0 and written.stdout == made.stdout, written.stderr
    return office.parent / "issued"
