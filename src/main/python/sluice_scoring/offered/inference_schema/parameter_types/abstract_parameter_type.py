"""What all parameter types have in common; scripts may define their own."""

from abc import ABC, abstractmethod


class AbstractParameterType(ABC):
    """A sample, and what follows from it."""

    def __init__(self, sample_input):
        self.sample_input = sample_input
        self.sample_data_type = type(sample_input)

    @abstractmethod
    def deserialize_input(self, input_data):
        """What came as JSON, as a value of the sample's type."""

    @abstractmethod
    def input_to_swagger(self):
        """The sample's schema in OpenAPI's words, with the sample under `example`."""
