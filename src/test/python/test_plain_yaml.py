"""MLmodel files without PyYAML, held against what PyYAML makes of them: recorded in `mlmodels`, and live where it is installed."""

import importlib.util
import json
import os
import sys
import unittest

from support import SERVER

sys.path.insert(0, os.path.join(SERVER, "mlflow_serving"))
from sluice_mlflow.plain_yaml import Reader, YamlError  # noqa: E402

MLMODELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "mlmodels")


def text_of(name):
    with open(os.path.join(MLMODELS, name), encoding="utf-8") as file:
        return file.read()


FORMS = sorted(name for name in os.listdir(MLMODELS) if name.endswith(".MLmodel"))


class MLmodelFiles(unittest.TestCase):
    def test_each_form_is_read_as_pyyaml_reads_it(self):
        self.assertEqual(6, len(FORMS))
        for name in FORMS:
            with self.subTest(name):
                self.assertEqual(json.loads(text_of(name.replace(".MLmodel", ".json"))), Reader(text_of(name)).document())

    def test_comments_windows_line_ends_and_a_byte_order_mark_change_nothing(self):
        for name in FORMS:
            with self.subTest(name):
                noisy = "\ufeff# saved by hand\r\n---\r\n" + text_of(name).replace("\n", "\r\n")
                self.assertEqual(Reader(text_of(name)).document(), Reader(noisy).document())

    def test_what_cannot_be_read_is_told_with_its_line(self):
        for text, line, word in (
            ("flavors:\n  a: &anchor 1\n", 2, "anchors"),
            ("flavors:\n  - b\n what: is\n", 3, "does not belong"),
            ("a: 1\nno key here\n", 2, "a key and a colon"),
            ('a: 1\nb: "no end\nc: 2\n', 2, "closing quote"),
            ("a: 1\nb: {c: [d}\n", 2, "cannot be read"),
        ):
            with self.subTest(text), self.assertRaises(YamlError) as raised:
                Reader(text).document()
            self.assertIn("line %d: " % line, str(raised.exception))
            self.assertIn(word, str(raised.exception))


@unittest.skipIf(importlib.util.find_spec("yaml") is None, "NOT TESTED: what PyYAML itself reads and writes; it is not installed.")
class AgainstPyYaml(unittest.TestCase):
    def test_the_recorded_answers_are_those_of_this_pyyaml(self):
        import yaml

        for name in FORMS:
            with self.subTest(name):
                self.assertEqual(yaml.safe_load(text_of(name)), json.loads(text_of(name.replace(".MLmodel", ".json"))))

    def test_texts_of_all_kinds_come_back_as_they_were_dumped(self):
        import yaml

        pieces = ["", " ", "a", "12", "1e3", "0x1f", "no", "null", "~", "- b", "c: d", "#e", "it's", '"', "\n", "\n\n", "\t", "é☕", "%", "@"]
        texts = [one + other + " long words" * (len(one) * 7) for one in pieces for other in pieces]
        for text in texts:
            for value in ({"a": text, "b": [text, {"c": text}]}, [text]):
                dumped = yaml.safe_dump(value, default_flow_style=False)
                with self.subTest(dumped):
                    self.assertEqual(value, Reader(dumped).document())


if __name__ == "__main__":
    unittest.main()
