package dev.sluice.assets;

import dev.sluice.domain.Asset;
import dev.sluice.domain.AssetDefinition;
import java.util.List;

/**
 * What is to be registered: its files are kept already, and what its definition says cannot change any more.
 *
 * @param kept the copies to be given back to the {@link Library} once it is registered or refused
 */
public record Draft(AssetDefinition definition, Asset.Content content, List<Library.Kept> kept) {

    public Draft {
        kept = List.copyOf(kept);
    }
}
