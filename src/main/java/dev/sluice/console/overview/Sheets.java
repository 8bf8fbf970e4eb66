package dev.sluice.console.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One thing's sections, of which one is in the scene; each is built when it is first looked at. For the UI thread only. */
final class Sheets extends VBox {

    private final Map<Section, Supplier<Parent>> builders = new EnumMap<>(Section.class);
    private final Map<Section, Parent> built = new EnumMap<>(Section.class);
    private final StackPane middle = new StackPane();
    private final Consumer<Section> turned;
    private SectionBar bar = new SectionBar(List.of(), section -> {});

    /** @param turned told of each section that is turned to */
    Sheets(Consumer<Section> turned) {
        this.turned = turned;
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        getStylesheets().addAll("/styles/pages.css", "/styles/overview.css");
    }

    void add(Section section, Supplier<Parent> builder) {
        builders.put(section, builder);
    }

    /** Shows what was added, with {@code wanted} in front, or the first if it has no such section. */
    void open(Section wanted) {
        var sections = List.copyOf(builders.keySet());
        if (getChildren().isEmpty()) {
            bar = new SectionBar(sections, this::turnTo);
            getChildren().setAll(bar, middle);
        }
        turnTo(sections.contains(wanted) ? wanted : sections.get(0));
    }

    void turnTo(Section section) {
        bar.press(section);
        var sheet = built.computeIfAbsent(section, first -> builders.get(first).get());
        if (!middle.getChildren().contains(sheet)) { // taken out and put in again, it would be styled anew
            middle.getChildren().setAll(sheet);
        }
        turned.accept(section);
    }
}
