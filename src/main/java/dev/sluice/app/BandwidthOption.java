package dev.sluice.app;

import dev.sluice.domain.BandwidthLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --bandwidth-limit}. */
final class BandwidthOption implements ITypeConverter<BandwidthLimit> {

    @Override
    public BandwidthLimit convert(String text) {
        return BandwidthLimit.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no bandwidth; write off, or bytes a second such as 5MB or 300kB"));
    }
}
