"""Sluice's subset of the inference-schema package, for environments in which that is not installed.

`@input_schema` and `@output_schema` with the standard Python, numpy and pandas types, nested too; written anew from the
package's documented behaviour. Spark types are not there."""
