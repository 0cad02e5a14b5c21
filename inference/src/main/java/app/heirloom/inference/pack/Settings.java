package app.heirloom.inference.pack;

import app.heirloom.library.error.ErrorCode;
import java.util.Map;
import java.util.Optional;

/** Numbers that a descriptor gives by name; yes and no are 1 and 0. */
public record Settings(Map<String, Double> numbers) {
    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        numbers = Map.copyOf(numbers);
    }

    /**
     * The number of this name.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when the descriptor does not say it
     */
    public double number(String name) {
        return Optional.ofNullable(numbers.get(name))
                .orElseThrow(() -> ErrorCode.INVALID.exception("The model pack does not say its " + name));
    }

    /** The number of this name, or another when the descriptor does not say it. */
    public double number(String name, double otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }

    /** The whole number of this name. */
    public int whole(String name) {
        return (int) number(name);
    }

    /** Whether the descriptor says yes. */
    public boolean says(String name) {
        return number(name, 0) != 0;
    }
}
