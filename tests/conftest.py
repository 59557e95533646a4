"""For all tests: no network but this machine's own, and the same examples in every run."""

import ipaddress
import socket

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("steady")

_connect = socket.socket.connect


def _own(address):
    """Whether an address is on this machine."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    def connect(self, address):
        if not _own(address):
            raise OSError(f"tests don't reach the network: {address}")
        return _connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield
