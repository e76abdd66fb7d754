"""The pages' scripts and styles: few files, compressed once, cached for ever by their version."""

from http import HTTPStatus

from tornado import web

from cxkit.front import assets

YEAR = 31_536_000


class AssetHandler(web.RequestHandler):
    """Serves one of the front's own files."""

    def get(self, name: str) -> None:
        """Answer with the file, compressed when the browser takes that."""
        asset = assets().get(name)
        if asset is None:
            raise web.HTTPError(HTTPStatus.NOT_FOUND)
        self.set_header("Content-Type", asset.content_type)
        fresh = self.get_query_argument("v", "") == asset.version or asset.hashed_name
        age = f"public, max-age={YEAR}, immutable" if fresh else "no-cache"
        self.set_header("Cache-Control", age)
        self.set_header("Etag", f'"{asset.version}"')
        self.set_header("Vary", "Accept-Encoding")
        if self.check_etag_header():
            self.set_status(HTTPStatus.NOT_MODIFIED)
            return
        accepted = self.request.headers.get("Accept-Encoding", "")
        coding = next((name for name in asset.compressed if name in accepted), None)
        if coding:
            self.set_header("Content-Encoding", coding)
        self.write(asset.compressed[coding] if coding else asset.content)

    head = get

    def compute_etag(self) -> None:
        """Leave the tag that `get` has set."""


class FaviconHandler(web.RequestHandler):
    """Browsers ask for it whatever the page says."""

    def get(self) -> None:
        """Send them to the drawing."""
        asset = assets()["icon.svg"]
        self.set_header("Content-Type", asset.content_type)
        self.set_header("Cache-Control", f"public, max-age={YEAR}")
        self.write(asset.content)

    head = get
