package dev.streakline.application.access;

import java.util.List;

/** API keys, the oldest first. */
public record KeysView(List<KeyView> items) {

    /** Defensive copy. */
    public KeysView {
        items = List.copyOf(items);
    }

    /** The view of keys, in their order. */
    public static KeysView of(List<ApiKey> keys) {
        return new KeysView(keys.stream().map(KeyView::of).toList());
    }
}
