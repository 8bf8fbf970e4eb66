package dev.sluice.console.create;

import dev.sluice.console.support.FilePicker;
import dev.sluice.console.support.Messages;
import java.util.List;
import javafx.beans.property.StringProperty;

/** Lets the user look for the files and folders that a draft names; who thinks better of it leaves the draft as it was. */
record PathPicker(FilePicker files, DeploymentDraft draft) {

    void pickModelFile() {
        pickFile("create.pick.model", List.of(), draft.model);
    }

    void pickModelFolder() {
        pickFolder("create.pick.model", draft.model);
    }

    void pickCode() {
        pickFolder("create.pick.code", draft.code);
    }

    void pickEnvironment() {
        pickFolder("create.pick.environment", draft.folder);
    }

    void pickConda() {
        pickFile("create.pick.conda", List.of("*.yml", "*.yaml"), draft.conda);
    }

    private void pickFile(String titleKey, List<String> patterns, StringProperty target) {
        files.openFile(Messages.of(titleKey), patterns).ifPresent(path -> target.set(path.toString()));
    }

    private void pickFolder(String titleKey, StringProperty target) {
        files.openFolder(Messages.of(titleKey)).ifPresent(path -> target.set(path.toString()));
    }
}
