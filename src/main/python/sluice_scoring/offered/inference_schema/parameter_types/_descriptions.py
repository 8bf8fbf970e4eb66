"""Samples of standard types in OpenAPI's words."""

import base64
import datetime

from .abstract_parameter_type import AbstractParameterType

DATE = "%Y-%m-%d"
DATE_TIME = "%Y-%m-%d %H:%M:%S.%f %z"
TIME = "%H:%M:%S.%f %z"


def described(sample):
    """The schema of a sample, with its `example`."""
    if isinstance(sample, AbstractParameterType):
        return sample.input_to_swagger()
    if isinstance(sample, dict):
        return described_object(sample)
    if isinstance(sample, (list, tuple, range)):
        return described_array(sample)
    schema, example = described_value(sample)
    return {**schema, "example": example}


def described_value(sample):
    """The schema and the example of what has no parts."""
    if isinstance(sample, bool):
        return {"type": "boolean"}, sample
    if isinstance(sample, int):
        return {"type": "integer", "format": "int64"}, sample
    if isinstance(sample, float):
        return {"type": "number", "format": "double"}, sample
    if isinstance(sample, str):
        return {"type": "string"}, sample
    if isinstance(sample, (bytes, bytearray)):
        return {"type": "string", "format": "byte"}, base64.b64encode(sample).decode()
    if isinstance(sample, datetime.datetime):
        return {"type": "string", "format": "date-time"}, in_utc(sample).strftime(DATE_TIME)
    if isinstance(sample, datetime.date):
        return {"type": "string", "format": "date"}, sample.strftime(DATE)
    if isinstance(sample, datetime.time):
        return {"type": "string", "format": "time"}, in_utc(sample).strftime(TIME)
    return {"type": "object"}, sample


def in_utc(moment):
    """Without a time zone it is taken for UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)


def described_array(samples):
    items = [described(sample) for sample in samples]
    example = [item.pop("example") for item in items]
    kinds = []
    for item in items:
        if item not in kinds:
            kinds.append(item)
    # Objects whose keys differ from row to row are one kind still, as are nested arrays: the last one speaks for all.
    if len({kind.get("type") for kind in kinds}) > 1:
        return {"type": "array", "items": {"oneOf": kinds}, "example": example}
    return {"type": "array", "items": kinds[-1] if kinds else {"type": "object"}, "example": example}


def described_object(samples):
    properties = {name: described(sample) for name, sample in samples.items()}
    example = {name: schema.pop("example") for name, schema in properties.items()}
    return {"type": "object", "required": list(samples), "properties": properties, "example": example}
