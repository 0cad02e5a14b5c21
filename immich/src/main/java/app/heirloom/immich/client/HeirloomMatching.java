package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.remote.HeldAsset;
import app.heirloom.library.remote.JoinKey;
import app.heirloom.library.remote.RemoteMatching;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What Heirloom answers beside Immich's API, so that devices need not go through all of its assets. */
record HeirloomMatching(Transport transport) implements RemoteMatching {
    /** Far fewer than the server takes, so that an answer stays a few megabytes. */
    private static final int AT_ONCE = 10_000;

    @Override
    public List<HeldAsset> listByKey(Collection<JoinKey> keys) {
        return ask(
                "matches",
                "keys",
                keys,
                key -> Map.of("fileName", key.fileName(), "second", key.second()),
                HeirloomMatching::matches);
    }

    /** None of a key that has more than are shown, unless it shows that there are several. */
    private static Stream<Answer> matches(Answer match) {
        List<Answer> assets = match.list("assets");
        return assets.size() == 1 && match.number("count") > 1 ? Stream.empty() : assets.stream();
    }

    @Override
    public List<HeldAsset> listByChecksum(Collection<Checksum> checksums) {
        return ask(
                "contents", "checksums", checksums, Checksum::base64, content -> content.findObject("asset").stream());
    }

    private <T> List<HeldAsset> ask(
            String about,
            String field,
            Collection<T> all,
            Function<T, Object> json,
            Function<Answer, Stream<Answer>> found) {
        List<T> asked = List.copyOf(all);
        List<HeldAsset> assets = new ArrayList<>();
        for (int start = 0; start < asked.size(); start += AT_ONCE) {
            List<Object> portion = asked.subList(start, Math.min(start + AT_ONCE, asked.size())).stream()
                    .map(json)
                    .toList();
            transport.json(Call.post("/heirloom/device/" + about, Map.of(field, portion))).list(about).stream()
                    .flatMap(found)
                    .map(HeirloomMatching::asset)
                    .forEach(assets::add);
        }
        return assets;
    }

    private static HeldAsset asset(Answer json) {
        return new HeldAsset(
                new AssetId(json.uuid("id")),
                new JoinKey(json.text("fileName"), json.number("second")),
                json.parsed("checksum", json.text("checksum"), Checksum::parse),
                new HeldAsset.Size(
                        json.findNumber("sizeInBytes").map(Number::longValue).orElse(null),
                        ExifReader.dimensions(json, "width", "height")),
                new HeldAsset.Standing(
                        AssetReader.type(json),
                        json.flag("isTrashed"),
                        json.flag("isExternal"),
                        json.flag("isHidden")));
    }
}
