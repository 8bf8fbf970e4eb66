"""Parameters that are pandas data frames."""

import io
import json

import pandas as pd

from ._descriptions import described
from .abstract_parameter_type import AbstractParameterType

ORIENTS = ("split", "records", "index", "columns", "values", "table")


class PandasParameterType(AbstractParameterType):
    """A sample frame: the types of its columns are enforced, and how many there are. `orient` says how JSON has a frame."""

    def __init__(
        self, sample_input, enforce_column_type=True, enforce_shape=True, apply_column_names=False, orient="records"
    ):
        if not isinstance(sample_input, pd.DataFrame):
            raise TypeError("Invalid sample input provided, must provide a sample Pandas Dataframe.")
        if orient not in ORIENTS:
            raise ValueError("Invalid orient provided, must be one of %s" % (ORIENTS,))
        super().__init__(sample_input)
        self.enforce_column_type = enforce_column_type
        self.enforce_shape = enforce_shape
        self.apply_column_names = apply_column_names
        self.orient = orient

    def deserialize_input(self, input_data):
        if isinstance(input_data, pd.DataFrame):
            return input_data
        if not isinstance(input_data, (list, dict)):
            raise ValueError("Error, unable to convert input of type %s into Pandas Dataframe" % type(input_data))
        frame = pd.read_json(io.StringIO(json.dumps(input_data)), orient=self.orient)
        if self.apply_column_names:
            frame.columns = self.sample_input.columns.copy()
        if self.enforce_column_type:
            frame = self._typed(frame)
        if self.enforce_shape and frame.shape[1] != self.sample_input.shape[1]:
            raise ValueError(
                "Invalid input data frame: data frame has size %d on dimension #1, while expected value is %d"
                % (frame.shape[1], self.sample_input.shape[1])
            )
        return frame

    def _typed(self, frame):
        types = {name: self.sample_input.dtypes.get(name, object) for name in frame.columns}
        for name, kind in types.items():
            if str(kind).startswith("timedelta"):
                frame[name] = pd.to_timedelta(frame[name])
        return frame.astype(types)

    def input_to_swagger(self):
        as_json = self.sample_input.to_json(orient=self.orient, date_format="iso")
        schema = described(json.loads(as_json))
        for name, kind in self.sample_input.dtypes.items():
            for prefix, word in (("datetime", "date-time"), ("timedelta", "timedelta")):
                if str(kind).startswith(prefix):
                    self._say_format(schema, str(name), word)
        return {**schema, "format": "pandas.DataFrame"}

    def _say_format(self, schema, column, word):
        for cell in self._cells(schema, column):
            cell["format"] = word

    def _cells(self, schema, column):
        """The descriptions of the cells of a column, wherever the orientation has them."""
        if self.orient == "records":
            return [schema["items"]["properties"][column]]
        if self.orient == "index":
            return [row["properties"][column] for row in schema["properties"].values()]
        if self.orient == "columns":
            return list(schema["properties"][column]["properties"].values())
        if self.orient == "table":
            return [schema["properties"]["data"]["items"]["properties"][column]]
        return []
