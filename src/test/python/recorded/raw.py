"""The script of section G. What it streamed with Flask's Response, it streams with the cloud's own class."""

from azureml.contrib.services.aml_request import rawhttp
from azureml.contrib.services.aml_response import AMLResponse


def init():
    pass


@rawhttp
def run(request):
    mode = request.args.get("m")
    if mode == "bytes":
        headers = {"Content-Type": "application/octet-stream", "X-Multi": "a,b"}
        return AMLResponse(request.get_data(), 200, headers)
    if mode == "503":
        return AMLResponse("down", 503)
    if mode == "none":
        return None
    if mode == "stream":
        parts = ("part%d\n" % number for number in range(3))
        return AMLResponse(parts, 200, {"Content-Type": "text/plain; charset=utf-8"})
    files = [file.filename for file in request.files.values()]
    return {"method": request.method, "args": dict(request.args), "len": len(request.get_data()), "files": files}
