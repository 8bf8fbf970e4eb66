"""Tensor-based signatures: the shape and type of arrays."""

from .problems import InvalidInput


class Tensor:
    """One input; -1 in `shape` is any length."""

    def __init__(self, spec):
        self.name = spec.get("name")
        self.dtype = spec["tensor-spec"]["dtype"]
        self.shape = tuple(spec["tensor-spec"]["shape"])

    def enforce(self, value):
        import numpy

        try:
            array = numpy.array(value, dtype="object" if self.dtype in ("str", "string") else self.dtype)
        except (ValueError, TypeError, OverflowError) as error:
            of = " of input %s" % self.name if self.name else ""
            raise InvalidInput("The values%s cannot be an array of %s: %s" % (of, self.dtype, error)) from None
        is_fit = len(array.shape) == len(self.shape) and all(
            wanted in (-1, length) for wanted, length in zip(self.shape, array.shape)
        )
        if not is_fit:
            raise InvalidInput("Shape of input %s does not match expected shape %s." % (array.shape, self.shape))
        return array


def enforce_tensors(tensors, given):
    """One array, or one by each name if the signature has names."""
    if tensors[0].name is None:
        return tensors[0].enforce(given.as_array())
    arrays = given.as_arrays([tensor.name for tensor in tensors])
    missing = [tensor.name for tensor in tensors if tensor.name not in arrays]
    if missing:
        extra = [name for name in arrays if name not in {tensor.name for tensor in tensors}]
        note = " Note that there were extra inputs: %s" % extra if extra else ""
        raise InvalidInput("Model is missing inputs %s.%s" % (missing, note))
    return {tensor.name: tensor.enforce(arrays[tensor.name]) for tensor in tensors}
