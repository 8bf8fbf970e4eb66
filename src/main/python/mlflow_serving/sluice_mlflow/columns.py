"""Column-based signatures: MLflow's rules about which values of JSON may stand in a column of which type."""

import base64
import binascii
import math

from .given import Table
from .problems import InvalidInput

# By MLflow's name: the type of numpy that messages name, and the one of the column that the model gets.
NUMPY = {"boolean": "bool", "integer": "int32", "long": "int64", "float": "float32", "double": "float64"}
NAMED = dict(NUMPY, string="<U0", binary="|S0", datetime="datetime64[ns]")
RANGES = {"integer": 1 << 31, "long": 1 << 63}
MISSING_VALUES = (
    " Hint: the type mismatch is likely caused by missing values. Integer columns in python can not represent missing "
    "values and are therefore encoded as floats. The best way to avoid this problem is to infer the model schema based "
    "on a realistic data sample (training dataset) that includes missing values. Alternatively, you can declare integer "
    "columns as doubles (float64) whenever these columns may have missing values."
)


class Column:
    """One input; `spec` has more to say about the types array, object and map."""

    def __init__(self, spec):
        self.name = spec.get("name")
        self.type = spec["type"]
        self.spec = spec
        self.is_required = spec.get("required", not spec.get("optional", False))

    @property
    def dtype(self):
        """For pandas; None leaves it to pandas."""
        return NUMPY.get(self.type)

    def enforce(self, values):
        if self.type not in NAMED:
            return [enforce_nested(value, self.spec, self.is_required) for value in values]
        found = inferred(values)
        if self.type == "string":
            return values if found == "object" else self._refuse(values, found)
        if self.type == "boolean":
            return values if found in ("bool", "object") else self._refuse(values, found)
        if self.type in RANGES:
            return self._whole_numbers(values, found)
        if self.type in ("float", "double"):
            is_number = found in ("int64", "float64") or all(value is None for value in values)
            return [math.nan if v is None else float(v) for v in values] if is_number else self._refuse(values, found)
        return [decoded(value, self) for value in values] if self.type == "binary" else timestamps(values, found, self)

    def _whole_numbers(self, values, found):
        limit = RANGES[self.type]
        if found != "int64" or not all(-limit <= value < limit for value in values):
            self._refuse(values, found)
        return values

    def _refuse(self, values, found):
        hint = MISSING_VALUES if self.type in RANGES and found == "float64" and None in values and all_whole(values) else ""
        raise InvalidInput(
            "Incompatible input types for column %s. Can not safely convert %s to %s.%s"
            % (self.name, found, NAMED[self.type], hint)
        )


def inferred(values):
    """The type that pandas gives to a column of such values."""
    kinds = {type(value) for value in values}
    if kinds == {bool}:
        return "bool"
    if kinds == {int}:
        return "int64"
    return "float64" if kinds and kinds <= {int, float, type(None)} and kinds != {type(None)} else "object"


def all_whole(values):
    return all(value is None or value == int(value) for value in values)


def decoded(value, column):
    try:
        return base64.b64decode(value, validate=True)
    except (TypeError, ValueError, binascii.Error):
        raise InvalidInput("Failed to convert column %s to binary: a value is not base64 text." % column.name) from None


def timestamps(values, found, column):
    import pandas

    try:
        return list(pandas.to_datetime(values))
    except (ValueError, TypeError):
        raise InvalidInput("Failed to convert column %s from type %s to datetime." % (column.name, found)) from None


def enforce_nested(value, spec, is_required=True):
    """A value of the types array, object and map, or within one."""
    if value is None and not is_required:
        return None
    kind = spec["type"]
    if kind == "array":
        if not isinstance(value, list):
            raise InvalidInput("Expected data to be list or numpy array, got %s" % type(value).__name__)
        return [enforce_nested(element, spec["items"]) for element in value]
    if kind == "map":
        if not isinstance(value, dict):
            raise InvalidInput("Expected data to be a dict, got %s" % type(value).__name__)
        return {key: enforce_nested(element, spec["values"]) for key, element in value.items()}
    if kind == "object":
        return enforce_object(value, spec["properties"])
    if kind == "any":
        return value
    if isinstance(value, (list, dict)):
        raise InvalidInput("Expected data to be scalar, got %s" % type(value).__name__)
    try:
        return Column({"name": "", "type": kind}).enforce([value])[0]
    except InvalidInput:
        raise InvalidInput("Failed to enforce schema of data `%s` with dtype `%s`" % (value, kind)) from None


def enforce_object(value, properties):
    if not isinstance(value, dict):
        raise InvalidInput("Expected data to be dictionary, got %s" % type(value).__name__)
    missing = sorted(name for name, spec in properties.items() if spec.get("required", True) and name not in value)
    if missing:
        raise InvalidInput("Missing required properties: %s" % missing)
    unknown = sorted(name for name in value if name not in properties)
    if unknown:
        raise InvalidInput("Invalid properties not defined in the schema found: %s" % unknown)
    return {
        name: enforce_nested(element, properties[name], properties[name].get("required", True))
        for name, element in value.items()
    }


def enforce_columns(columns, given):
    """The data frame for the model: the signature's columns in its order, others left out."""
    table = given.as_table([column.name for column in columns if column.is_required])
    chosen = by_name(columns, table) if columns[0].name is not None else by_place(columns, table)
    values = {name: column.enforce(table.column(name)) for name, column in chosen}
    return Table.frame(values, table.index, {name: column.dtype for name, column in chosen})


def by_name(columns, table):
    missing = [column.name for column in columns if column.is_required and column.name not in table.names]
    if missing:
        known = {column.name for column in columns}
        extra = [name for name in table.names if name not in known]
        note = " Note that there were extra inputs: %s" % extra if extra else ""
        raise InvalidInput("Model is missing inputs %s.%s" % (missing, note))
    return [(column.name, column) for column in columns if column.name in table.names]


def by_place(columns, table):
    if len(table.names) < len(columns):
        raise InvalidInput(
            "Model inference is missing inputs. The model signature declares %d inputs  but the provided value only has "
            "%d inputs. Note: the inputs were not named in the signature so we can only verify their count."
            % (len(columns), len(table.names))
        )
    return list(zip(table.names, columns))
