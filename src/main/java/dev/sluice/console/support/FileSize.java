package dev.sluice.console.support;

import dev.sluice.domain.ByteSize;

/** Sizes of files as people read them. */
public final class FileSize {

    private FileSize() {}

    /** {@code 84 bytes}, {@code 12.3 MiB}, {@code 4.2 GiB}. */
    public static String text(long bytes) {
        var size = ByteSize.of(bytes);
        return switch (size.unit()) {
            case BYTES -> Messages.of("size.bytes", bytes);
            case KIB -> Messages.of("size.kib", size.number());
            case MIB -> Messages.of("size.mib", size.number());
            case GIB -> Messages.of("size.gib", size.number());
        };
    }
}
