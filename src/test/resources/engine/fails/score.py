"""Its init() fails, as one does whose model cannot be read."""


def init():
    raise ValueError("the model is broken")


def run(data):
    return data
