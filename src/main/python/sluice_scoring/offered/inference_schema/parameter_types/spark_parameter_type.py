"""Not there: the name is, so that a script learns why."""

raise ImportError("SparkParameterType needs the inference-schema package with Spark: Sluice's own subset has no Spark types")
