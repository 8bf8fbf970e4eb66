package dev.sluice.app;

import dev.sluice.domain.ImageSubstitution;
import dev.sluice.engine.SubstitutionFile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --substitute-image}. */
final class SubstitutionOption implements ITypeConverter<ImageSubstitution> {

    @Override
    public ImageSubstitution convert(String text) {
        try {
            return SubstitutionFile.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage() + "; write PATTERN=IMAGE");
        }
    }
}
