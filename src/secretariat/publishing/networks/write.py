"""Both networks as files."""

from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Folder
from secretariat.publishing.networks.citations import write_citations
from secretariat.publishing.networks.statements import write_co_statements


def write_graphml(edition: Edition, folder: Folder) -> None:
    """Writes ``citations.graphml`` and ``co-statements.graphml``."""
    with folder.file("citations.graphml") as file:
        write_citations(edition, file)
    with folder.file("co-statements.graphml") as file:
        write_co_statements(edition, file)
