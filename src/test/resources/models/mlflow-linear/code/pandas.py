"""Stands in for pandas, so that this model can be served where there is nothing but Python."""


class Column(list):
    def astype(self, dtype):
        kind = {"float64": float, "int64": int, "bool": bool}[dtype]
        return Column(kind(value) for value in self)


class DataFrame:
    def __init__(self, values, index=None):
        self.values = {name: Column(column) for name, column in values.items()}

    def __getitem__(self, name):
        return self.values[name]

    def __setitem__(self, name, column):
        self.values[name] = column

    def to_dict(self, orient):
        return [dict(zip(self.values, row)) for row in zip(*self.values.values())]
