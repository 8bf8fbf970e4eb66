"""The script of sections A to E and M, written anew from what was recorded."""

import json
import logging
import os
import sys
import time

from azureml.contrib.services.aml_response import AMLResponse


class Unserializable:
    pass


def init():
    print("init print to stdout")
    logging.warning("init root warning")
    sys.stderr.write("init raw stderr\n")


def run(raw_data):
    print("run print")
    asked = json.loads(raw_data)
    op = asked.get("op")
    if op is None:
        return asked
    return globals()["op_" + op](asked)


def op_raise(asked):
    raise ValueError("raised on purpose")


def op_none(asked):
    return None


def op_str(asked):
    return "hello"


def op_jsonstr(asked):
    return json.dumps({"a": 1})


def op_bytes(asked):
    return b"x"


def op_nan(asked):
    return float("nan")


def op_unserializable(asked):
    return Unserializable()


def op_numpy(asked):
    import numpy

    return numpy.array([1, 2])


def op_unicode(asked):
    return {"k": "\u00e9\u4e2d"}


def op_contrib(asked):
    return AMLResponse("contrib", 201)


def op_resp(asked):
    return AMLResponse(asked["body"], asked["code"], asked.get("headers", {}), asked.get("json", False))


def op_sleep(asked):
    time.sleep(asked["s"])


def op_exit(asked):
    sys.exit(7)


def op_osexit(asked):
    os._exit(9)
