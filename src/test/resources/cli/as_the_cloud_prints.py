"""Prints answers as the cloud's command line does, by its own library: what the golden files beside this were made with.

answers/*.json is what our verbs answer; this writes .table, .tsv, .yaml beside each, and queries.json anew: each case of
it is an answer's name and an expression, and gets what the library prints of it in each form. The cases of
expressions.json get what they find in what is given there.

Needs knack, tabulate, jmespath and PyYAML (Debian: python3-knack python3-tabulate python3-jmespath python3-yaml):

    python3 as_the_cloud_prints.py
"""

import collections
import json
import pathlib

import jmespath
import yaml
from knack import output
from knack.util import CommandResultItem

HERE = pathlib.Path(__file__).parent


def printed(form, result, query_is_active):
    if result is None:
        return ""
    if form == "yaml":  # azure-cli's own form: knack's would leave letters beyond ASCII
        plain = json.loads(json.dumps(result))
        return yaml.safe_dump(plain, default_flow_style=False)
    item = CommandResultItem(result, is_query_active=query_is_active)
    return getattr(output, "format_" + form)(item)


def main():
    answers = {path.stem: json.loads(path.read_text()) for path in sorted((HERE / "answers").glob("*.json"))}
    for name, answer in answers.items():
        for form in ("table", "tsv", "yaml"):
            (HERE / "answers" / f"{name}.{form}").write_text(printed(form, answer, False))
    cases = json.loads((HERE / "queries.json").read_text())
    for case in cases:
        expression = jmespath.compile(case["query"])
        found = expression.search(answers[case["answer"]], jmespath.Options(dict_cls=collections.OrderedDict))
        for form in ("json", "table", "tsv", "yaml"):
            case[form] = printed(form, found, True)
    write("queries.json", cases)
    suite = json.loads((HERE / "expressions.json").read_text())
    for case in suite["cases"]:
        case["result"] = jmespath.search(case["expression"], suite["given"])
    write("expressions.json", suite)


def write(name, content):
    (HERE / name).write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
