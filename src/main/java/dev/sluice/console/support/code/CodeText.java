package dev.sluice.console.support.code;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.fxmisc.undo.UndoManagerFactory;
import org.jspecify.annotations.Nullable;

/** The library's area, telling a screen reader what it tells of JavaFX's own. For the UI thread only. */
final class CodeText extends CodeArea {

    private static final int MOST_UNDONE = 200;

    CodeText() {
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setUndoManager(UndoUtils.plainTextUndoManager(this, UndoManagerFactory.fixedSizeHistoryFactory(MOST_UNDONE)));
        textProperty().addListener((o, before, after) -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        selectionProperty().addListener((o, before, after) -> {
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
            notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> getText();
            case EDITABLE -> isEditable();
            case CARET_OFFSET -> getCaretPosition();
            case SELECTION_START -> getSelection().getStart();
            case SELECTION_END -> getSelection().getEnd();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
