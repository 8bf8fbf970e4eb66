package dev.sluice.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.Place;
import dev.sluice.domain.Problem;
import dev.sluice.manifest.Edit.Append;
import dev.sluice.manifest.Edit.Given;
import dev.sluice.manifest.Edit.Given.Json;
import dev.sluice.manifest.Edit.Given.Text;
import dev.sluice.manifest.Edit.Put;
import dev.sluice.manifest.Edit.Remove;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.nodes.MappingNode;

class OverridesTest {

    private static final String FILE =
            "a: 1\nlist:\n- name: x\n  n: 1\n- name: y\n  n: 2\nempty:\nref: azureml:env:1\n";

    private static Decoded<MappingNode> edited(Edit... edits) {
        return new YamlText("f.yml", YamlText.ROOT, FILE)
                .compose()
                .then(root -> OverriddenFile.of(root, new Overrides(List.of(edits))));
    }

    /** What is at the keys that the edits concern, as JSON. */
    private static String json(Edit... edits) {
        return ((Decoded.Value<MappingNode>) edited(edits))
                .value().getValue().stream()
                        .filter(entry -> List.of(edits).stream()
                                .anyMatch(edit -> edit.at()
                                        .steps()
                                        .get(0)
                                        .toString()
                                        .equals(NodeJson.of(entry.getKeyNode()).replace("\"", ""))))
                        .map(entry -> NodeJson.of(entry.getValueNode()))
                        .findFirst()
                        .orElse("");
    }

    private static Put put(String path, Given value) {
        return new Put(KeyPath.parse(path), value);
    }

    private static Remove remove(String path) {
        return new Remove(KeyPath.parse(path));
    }

    private static String refusal(Edit edit) {
        var problem = edited(edit).problems().get(0);
        assertThat(problem.code()).isEqualTo(Problem.Code.BAD_VALUE);
        assertThat(problem.place()).isEqualTo(Place.NOWHERE);
        return problem.sentence();
    }

    @Test
    void keys_that_are_missing_on_the_way_are_added() {
        assertThat(json(put("b.c.d", new Text("x")))).isEqualTo("{\"c\":{\"d\":\"x\"}}");
        assertThat(json(put("empty.c", new Text("x")))).isEqualTo("{\"c\":\"x\"}");
    }

    @Test
    void an_item_of_a_list_is_named_by_number_or_by_what_it_has() {
        assertThat(json(put("list[1].n", new Json("5"))))
                .isEqualTo("[{\"name\":\"x\",\"n\":1},{\"name\":\"y\",\"n\":5}]");
        assertThat(json(put("list[name=x].n", new Json("5"))))
                .isEqualTo("[{\"name\":\"x\",\"n\":5},{\"name\":\"y\",\"n\":2}]");
        assertThat(json(remove("list[0]"))).isEqualTo("[{\"name\":\"y\",\"n\":2}]");
    }

    @Test
    void items_are_added_at_the_end_of_a_list_which_is_begun_if_it_is_missing() {
        var pairs = new LinkedHashMap<>(Map.of("name", "z"));
        assertThat(json(new Append(KeyPath.parse("list"), List.of(new Given.Keys(pairs), new Json("3")))))
                .endsWith(",{\"name\":\"z\"},3]");
        assertThat(json(new Append(KeyPath.parse("b"), List.of(new Text("x"))))).isEqualTo("[\"x\"]");
    }

    @Test
    void later_edits_see_what_earlier_ones_have_made() {
        assertThat(json(put("b.c", new Text("x")), put("b.d", new Text("y")), remove("b.c")))
                .isEqualTo("{\"d\":\"y\"}");
        assertThat(json(put("a", new Text("x")), remove("a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "5|5",
                "-1.50|-1.50",
                "007|\"007\"",
                "true|true",
                "False|false",
                "null|null",
                "None|null",
                "\"5\"|\"5\"",
                "'5'|\"5\"",
                "{\"a\":[1,null]}|{\"a\":[1,null]}",
                "[1, x]|\"[1, x]\"",
                "[draft]|\"[draft]\"",
                "{a: 1}|\"{a: 1}\"",
                "{'a': None, 'b': [True, 'x',],}|{\"a\":null,\"b\":[true,\"x\"]}",
                "[\"None\"]|[\"None\"]",
                "['it', 2.5] etc|\"['it', 2.5] etc\"",
                "{broken|\"{broken\"",
                "[&a [*a]]|\"[&a [*a]]\"",
                "yes|\"yes\"",
                "a: b|\"a: b\"",
                "a=b|\"a=b\""
            })
    void a_value_is_what_it_means_as_json_and_else_text(String typed, String json) {
        assertThat(json(put("b", new Json(typed)))).isEqualTo(json);
        assertThat(json(put("b", new Text(typed)))).isEqualTo(NodeJson.of(GivenNodes.text(typed)));
    }

    @Test
    void what_cannot_be_edited_is_refused_with_the_path_and_why() {
        assertThat(refusal(put("ref.image", new Text("x"))))
                .contains("ref.image: 'ref' has no keys below it, it is 'azureml:env:1'")
                .contains("set 'ref' as a whole");
        assertThat(refusal(put("list.name", new Text("x"))))
                .contains("it is a list")
                .contains("name an item");
        assertThat(refusal(put("a[0]", new Text("x")))).contains("'a' is no list but '1'");
        assertThat(refusal(put("list[2].n", new Text("x")))).contains("there is no item [2], the list has 2");
        assertThat(refusal(put("list[name=z].n", new Text("x")))).contains("0 items have [name=z]");
        assertThat(refusal(remove("b"))).contains("there is no such key to remove");
    }

    @Test
    void every_edit_that_cannot_be_made_is_told_at_once() {
        assertThat(edited(remove("b"), put("a[0]", new Text("x")), put("c", new Text("x")))
                        .problems())
                .extracting(Problem::path)
                .containsExactly("b", "a[0]");
    }
}
