"""Predictions as the cloud sends them: bare, an array as lists, a data frame as a list of its rows."""

import base64
import datetime


def jsonable(value):
    if isinstance(value, dict):
        return {key if isinstance(key, (str, int)) else str(key): jsonable(element) for key, element in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [jsonable(element) for element in value]
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if hasattr(value, "to_frame") and hasattr(value, "to_dict"):
        value = value.to_frame()  # a pandas Series
    if hasattr(value, "to_dict"):
        return jsonable(value.to_dict(orient="records"))
    if hasattr(value, "tolist"):
        return jsonable(value.tolist())  # an array or a scalar of numpy
    return value
