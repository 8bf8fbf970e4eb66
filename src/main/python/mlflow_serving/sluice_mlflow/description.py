"""The schemas of a model's service, from its signature, for the description in OpenAPI."""

EXAMPLES = {"boolean": True, "integer": 0, "long": 0, "float": 0.0, "double": 0.0}


def schemas(saved):
    """Nothing if the model does not say what it takes."""
    signature = saved.signature
    if not signature.inputs:
        return {}
    given, example = tensors(signature) if signature.is_of_tensors else columns(signature)
    if not signature.is_of_tensors and isinstance(saved.example, dict) and "columns" in saved.example:
        example = saved.example
    return {
        "input": {
            "type": "object",
            "required": ["input_data"],
            "properties": {"input_data": given},
            "example": {"input_data": example},
        },
        "output": {"type": "array", "items": {}, "example": []},
    }


def columns(signature):
    names = [place if column.name is None else column.name for place, column in enumerate(signature.inputs)]
    rows = {"type": "array", "items": {"type": "array", "items": {}}}
    shape = {
        "type": "object",
        "required": ["columns", "data"],
        "properties": {
            "columns": {"type": "array", "items": {"type": "string"}},
            "index": {"type": "array", "items": {"type": "integer"}},
            "data": rows,
        },
        "description": ", ".join("%s: %s" % pair for pair in zip(names, (column.type for column in signature.inputs))),
    }
    return shape, {"columns": names, "index": [0], "data": [[EXAMPLES.get(c.type, "") for c in signature.inputs]]}


def tensors(signature):
    arrays = [(array_of(tensor.shape, tensor.dtype), zeros(tensor.shape)) for tensor in signature.inputs]
    if not signature.has_names:
        return arrays[0]
    names = [tensor.name for tensor in signature.inputs]
    shape = {"type": "object", "required": names, "properties": dict(zip(names, (array for array, _ in arrays)))}
    return shape, dict(zip(names, (example for _, example in arrays)))


def array_of(shape, dtype):
    if not shape:
        is_text = dtype in ("str", "string", "object")
        return {"type": "string"} if is_text else {"type": "number" if "float" in dtype else "integer"}
    return {"type": "array", "items": array_of(shape[1:], dtype)}


def zeros(shape):
    """One of whatever may be of any length; a large example helps nobody."""
    return [zeros(shape[1:]) for _ in range(min(max(shape[0], 1), 4))] if shape else 0
