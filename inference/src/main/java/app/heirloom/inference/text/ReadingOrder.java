package app.heirloom.inference.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Lines as one reads a page: from top to bottom, and from left to right what stands side by side. */
final class ReadingOrder {
    /** How far middles may be apart, in heights of the line, for two pieces to stand side by side. */
    private static final double SIDE_BY_SIDE = 0.5;

    private ReadingOrder() {}

    static <T> List<T> of(List<T> pieces, Function<T, RotatedBox> box) {
        Comparator<T> downwards =
                Comparator.comparingDouble(piece -> box.apply(piece).middle().y());
        Comparator<T> rightwards =
                Comparator.comparingDouble(piece -> box.apply(piece).middle().x());
        var ordered = new ArrayList<T>();
        var row = new ArrayList<T>();
        for (T piece :
                pieces.stream().sorted(downwards.thenComparing(rightwards)).toList()) {
            if (!row.isEmpty() && !isBeside(box.apply(row.getFirst()), box.apply(piece))) {
                ordered.addAll(row.stream().sorted(rightwards).toList());
                row.clear();
            }
            row.add(piece);
        }
        ordered.addAll(row.stream().sorted(rightwards).toList());
        return ordered;
    }

    private static boolean isBeside(RotatedBox one, RotatedBox other) {
        double height = Math.min(shortSide(one), shortSide(other));
        return Math.abs(one.middle().y() - other.middle().y()) < SIDE_BY_SIDE * height;
    }

    private static double shortSide(RotatedBox box) {
        return Math.min(box.width(), box.height());
    }
}
