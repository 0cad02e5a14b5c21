package app.heirloom.storage.sql.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.usage.AssetSurvey;
import app.heirloom.storage.database.Database;
import java.util.List;

public final class SqlAssetSurvey implements AssetSurvey {
    private final Database database;

    public SqlAssetSurvey(Database database) {
        this.database = database;
    }

    @Override
    public List<AssetId> list(Lack lack, AssetId after, int limit) {
        return database.list(
                "select id from asset where id > ?" + condition(lack) + " order by id limit ?",
                row -> new AssetId(row.uuid()),
                after.value(),
                limit);
    }

    private static String condition(Lack lack) {
        return switch (lack) {
            case OF_NOTHING -> "";
            case OF_METADATA -> " and not exists (select 1 from asset_exif where asset_id = asset.id)";
            case OF_FINGERPRINT ->
                " and not exists (select 1 from fingerprint where checksum = asset.checksum)"
                        + " and exists (select 1 from asset_file where asset_id = asset.id and kind = '"
                        + FileKind.PREVIEW.name() + "')";
            case OF_PREVIEW ->
                " and not exists (select 1 from asset_file where asset_id = asset.id and kind = '"
                        + FileKind.THUMBNAIL.name() + "')";
        };
    }
}
