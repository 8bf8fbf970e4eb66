"""The script of section F."""


def init():
    pass


def run(data, request_headers):
    return {"data": data, "h": {name: value for name, value in request_headers.items() if name != "Host"}}
