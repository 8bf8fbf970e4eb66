package dev.sluice.app;

import dev.sluice.domain.InstanceProfile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --instance-profile}. */
final class ProfileOption implements ITypeConverter<InstanceProfile> {

    @Override
    public InstanceProfile convert(String text) {
        try {
            return InstanceProfile.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage() + "; write " + InstanceProfile.FORM);
        }
    }
}
