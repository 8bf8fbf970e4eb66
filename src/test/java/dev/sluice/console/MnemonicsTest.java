package dev.sluice.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.console.support.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Every field of a form is reached by Alt and a letter, and no letter of what is on screen together stands for two. */
class MnemonicsTest {

    /** What is on screen together, by its views. */
    enum Form {
        NEW_ENDPOINT(List.of("create-endpoint"), Set.of()),
        /** Which of the last four is there depends on the environment; Tab goes on from its choice. */
        NEW_DEPLOYMENT(List.of("create-deployment"), Set.of("folder", "image", "conda", "reference")),
        SETTINGS(List.of("settings"), Set.of()),
        /** Method and path stand beside the target, the body below its type. */
        INVOKE(
                List.of("shell", "invoke-request", "invoke-body", "invoke-load", "invoke-compare", "jobs"),
                Set.of("method", "path", "body", "language", "code", "times", "leftName", "rightName", "log")),
        /** The number is the slider's. */
        TRAFFIC(List.of("shell", "traffic", "mirror", "jobs"), Set.of("shareNumber", "log")),
        EDIT(List.of("shell", "yaml", "jobs"), Set.of("log")),
        /** The number of instances stands before its note, and the lists are read. */
        DEPLOYMENT(
                List.of("shell", "overview-deployment", "overview-instances", "overview-collected", "jobs"),
                Set.of("wanted", "log")),
        /** The rest of the pages have rows of fields, gone through by Tab; the list of jobs stands below each page. */
        LOGS(
                List.of("shell", "logs", "jobs"),
                Set.of("source", "instance", "levels", "filter", "search", "times", "log")),
        ACTIVITY(
                List.of("shell", "activity", "activity-details", "jobs"),
                Set.of("filter", "group", "endpoint", "yaml", "log")),
        LIVE(List.of("shell", "live", "jobs"), Set.of("log")),
        ASSETS(List.of("shell", "assets", "jobs"), Set.of("filter", "yaml", "log")),
        SUBSTITUTIONS(
                List.of("shell", "assets-substitutions", "jobs"), Set.of("newPattern", "newReference", "tried", "log"));

        private final List<String> views;
        private final Set<String> reachedByTab;

        Form(List<String> views, Set<String> reachedByTab) {
            this.views = views;
            this.reachedByTab = reachedByTab;
        }

        Stream<Element> elements() {
            return views.stream().flatMap(MnemonicsTest::elements);
        }
    }

    /** Label and field in one. */
    private static final String NOTE = "NoteLine";

    private static final Pattern LETTER = Pattern.compile("_([^_\\s])");
    private static final Set<String> FIELDS =
            Set.of("TextField", "ComboBox", "NumberField", "Slider", "CodeEditor", "TextArea", "PasswordField", NOTE);
    private static final Set<String> PARSED_ANYWAY =
            Set.of("Button", "CheckBox", "RadioButton", "ToggleButton", "Hyperlink", "MenuButton", NOTE);

    @ParameterizedTest
    @EnumSource
    void no_letter_stands_for_two(Form form) {
        var menus = form.views.contains("shell")
                ? Stream.of("menu.file", "menu.edit", "menu.view", "menu.pages", "menu.help")
                        .map(Messages::of)
                : Stream.<String>empty();
        var letters = Stream.concat(menus, form.elements().flatMap(MnemonicsTest::parsedText))
                .flatMap(text -> letter(text).stream())
                .toList();

        assertThat(letters).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void every_field_is_reached_by_a_letter_or_from_the_field_before_it(Form form) {
        var labelled = form.elements()
                .filter(each -> parsedText(each).anyMatch(text -> letter(text).isPresent()))
                .map(label -> label.getTagName().equals(NOTE)
                        ? label.getAttribute("fx:id")
                        : label.getAttribute("labelFor").replaceAll("[${}]", ""))
                .toList();
        var fields = form.elements()
                .filter(each -> FIELDS.contains(each.getTagName()))
                .map(field -> field.getAttribute("fx:id"))
                .toList();

        assertThat(fields)
                .allSatisfy(field -> assertThat(labelled.contains(field) || form.reachedByTab.contains(field))
                        .as(field)
                        .isTrue());
        assertThat(form.reachedByTab).isSubsetOf(fields);
    }

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"LOGS", "ACTIVITY", "LIVE", "ASSETS", "SUBSTITUTIONS"})
    void every_button_with_a_text_is_reached_by_a_letter(Form form) {
        var withoutLetter = form.elements()
                .filter(each -> Set.of("Button", "ToggleButton", "MenuButton").contains(each.getTagName()))
                .filter(each -> !each.getAttribute("text").isEmpty())
                .filter(each -> parsedText(each).noneMatch(text -> letter(text).isPresent()))
                .map(each -> each.getAttribute("id"))
                .toList();

        assertThat(withoutLetter).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_choice_that_is_no_field_has_a_letter_of_its_own(Form form) {
        var withoutLetter = form.elements()
                .filter(each -> Set.of("CheckBox", "RadioButton").contains(each.getTagName()))
                .filter(each -> parsedText(each).noneMatch(text -> letter(text).isPresent()))
                .map(each -> each.getAttribute("fx:id"))
                .toList();

        assertThat(withoutLetter).isEmpty();
    }

    /** Its text, if an underscore in it is taken for a mnemonic. */
    private static Stream<String> parsedText(Element element) {
        var text = element.getAttribute("text");
        boolean parsed = Map.of("true", true, "false", false)
                .getOrDefault(element.getAttribute("mnemonicParsing"), PARSED_ANYWAY.contains(element.getTagName()));
        return parsed && text.startsWith("%") ? Stream.of(Messages.of(text.substring(1))) : Stream.empty();
    }

    private static Optional<String> letter(String text) {
        var found = LETTER.matcher(text.replace("__", ""));
        return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static Stream<Element> elements(String view) {
        try {
            var all = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("fxml", view + ".fxml").toFile())
                    .getElementsByTagName("*");
            var elements = new ArrayList<Element>();
            IntStream.range(0, all.getLength()).forEach(at -> elements.add((Element) all.item(at)));
            return elements.stream();
        } catch (Exception e) {
            throw new IllegalStateException(view + " cannot be read", e);
        }
    }
}
