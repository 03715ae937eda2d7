"""The application served on a port, until it is told to stop."""

import uvicorn

from workflow.bootstrap import Installation
from workflow.web.app import create_app


def serve(installation: Installation, *, host: str, port: int) -> None:
    """Serve the desk; a proxy on this machine may say for whom it asks."""
    uvicorn.run(
        create_app(installation),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        date_header=True,
        forwarded_allow_ips="127.0.0.1",
    )
