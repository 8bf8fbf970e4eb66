"""What can be wrong with a request or a model, in words for whoever sent or saved it."""


class InvalidInput(Exception):
    """The request does not fit the model; the message is MLflow's own where it has one."""


class UnusableModel(Exception):
    """The model cannot be served, whatever is asked of it."""


class MissingPackage(ImportError):
    """The model needs a package that the environment does not have."""
