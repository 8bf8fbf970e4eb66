"""What a request may give to a model: a table, an array, or arrays by name. Each can be seen as another where MLflow allows it."""

from .problems import InvalidInput

SUPPORTED = ("dataframe_split", "dataframe_records", "instances", "inputs")
NO_FRAME = (
    "This model contains a column-based signature, which suggests a DataFrame input. There was an error casting the input "
    "data to a DataFrame: %s"
)


class Table:
    """Rows under the names of columns, which are numbers where nobody has named them."""

    def __init__(self, names, rows, index=None):
        self.names = list(names)
        self.rows = rows
        self.index = index

    @classmethod
    def split(cls, said):
        if not isinstance(said, dict) or "data" not in said or not isinstance(said["data"], list):
            raise InvalidInput("Provided dataframe_split field is not a valid dataframe representation in 'split' format.")
        rows = [row if isinstance(row, list) else [row] for row in said["data"]]
        names = said.get("columns", range(max(map(len, rows), default=0)))
        wrong = [len(row) for row in rows if len(row) != len(names)]
        if wrong:
            raise InvalidInput("%d columns passed, passed data had %d columns" % (len(names), wrong[0]))
        index = said.get("index")
        if index is not None and len(index) != len(rows):
            raise InvalidInput("Shape of passed values is %d rows, indices imply %d." % (len(rows), len(index)))
        return cls(names, rows, index)

    @classmethod
    def records(cls, said):
        if not isinstance(said, list) or not all(isinstance(row, dict) for row in said):
            raise InvalidInput("Provided dataframe_records field is not a valid dataframe representation in 'records' format.")
        names = list(dict.fromkeys(name for row in said for name in row))
        return cls(names, [[row.get(name) for name in names] for row in said])

    @staticmethod
    def frame(values, index, dtypes):
        import pandas

        frame = pandas.DataFrame(values, index=index)
        for name, dtype in dtypes.items():
            if dtype is not None and not (dtype == "bool" and None in values[name]):
                frame[name] = frame[name].astype(dtype)
        return frame

    def column(self, name):
        place = self.names.index(name)
        return [row[place] for row in self.rows]

    def as_table(self, _required):
        return self

    def as_array(self):
        return [row[0] for row in self.rows] if len(self.names) == 1 and self._holds_lists() else self.rows

    def _holds_lists(self):
        return bool(self.rows) and isinstance(self.rows[0][0], list)

    def as_arrays(self, _names):
        return {name: self.column(name) for name in self.names}

    def as_sent(self):
        return self.frame({name: self.column(name) for name in self.names}, self.index, {})


class Array:
    """Values without names, of any number of dimensions."""

    def __init__(self, values):
        self.values = values

    def as_table(self, required):
        rows = [value if isinstance(value, list) else [value] for value in self.values]
        width = max(map(len, rows), default=0)
        if any(len(row) != width or any(isinstance(value, list) for value in row) for row in rows):
            raise InvalidInput(NO_FRAME % "Must pass 2-d input")
        # For schemas with a single column MLflow matches an array without names with it.
        names = required if len(required) == width == 1 and required[0] is not None else range(width)
        return Table(names, rows)

    def as_array(self):
        return self.values

    def as_arrays(self, names):
        if len(names) == 1:
            return {names[0]: self.values}
        raise InvalidInput(
            "Failed to parse input data. This model contains a tensor-based model signature with input names, which "
            "suggests a dictionary input mapping input name to tensor, but an input of type %s was found." % list
        )

    def as_sent(self):
        import numpy

        return numpy.array(self.values)


class Named:
    """Values by name: one of each, or a list for each."""

    def __init__(self, values):
        self.values = values

    def as_table(self, _required):
        names = list(self.values)
        if all(is_one(value) for value in self.values.values()):
            return Table(names, [list(self.values.values())])
        columns = [value if isinstance(value, list) else [value] for value in self.values.values()]
        if len({len(column) for column in columns}) > 1:
            raise InvalidInput(NO_FRAME % "All arrays must be of the same length")
        return Table(names, [list(row) for row in zip(*columns)])

    def as_array(self):
        raise InvalidInput(
            "Failed to parse input data. This model contains an un-named tensor-based model signature which expects a "
            "single n-dimensional array as input, however, an input of type %s was found." % dict
        )

    def as_arrays(self, _names):
        return self.values

    def as_sent(self):
        import numpy

        return {name: numpy.array(value) for name, value in self.values.items()}


def is_one(value):
    return not isinstance(value, list) or all(isinstance(element, str) for element in value)


def of_request(body):
    """What the JSON object of a request gives, and the parameters beside it."""
    params = body.get("params") or {}
    if not isinstance(params, dict):
        raise InvalidInput("Parameters must be a dictionary. Got type '%s'." % type(params).__name__)
    if "input_data" in body:
        return of_input_data(body["input_data"]), params
    formats = [key for key in body if key != "params"]
    if len(formats) != 1 or formats[0] not in SUPPORTED:
        raise InvalidInput(
            "Invalid input. The input must be a JSON dictionary with exactly one of the input fields %s, or with the "
            "cloud's own input_data. Received dictionary with input fields: %s" % (list(SUPPORTED), list(body))
        )
    return of_format(formats[0], body[formats[0]]), params


def of_input_data(said):
    """As the cloud's own script reads it."""
    if isinstance(said, dict):
        return Table.split(said) if "columns" in said and "data" in said else Named(said)
    if isinstance(said, list):
        return Array(said)
    raise InvalidInput("input_data must be an object with columns and data, a list, or an object of lists.")


def of_format(key, said):
    if key == "dataframe_split":
        return Table.split(said)
    if key == "dataframe_records":
        return Table.records(said)
    if key == "instances" and isinstance(said, list) and said and isinstance(said[0], dict):
        table = Table.records(said)
        return Named({name: table.column(name) for name in table.names})
    if isinstance(said, list):
        return Array(said)
    if key == "inputs" and isinstance(said, dict):
        return Named(said)
    raise InvalidInput(
        "Failed to parse data as TF serving input. Ensure that the input is a valid JSON-formatted string that conforms to "
        "the request body for TF serving's Predict API"
    )
