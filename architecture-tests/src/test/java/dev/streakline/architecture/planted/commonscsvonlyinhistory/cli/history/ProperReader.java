package dev.streakline.architecture.planted.commonscsvonlyinhistory.cli.history;

import org.apache.commons.csv.CSVFormat;

record ProperReader(CSVFormat format) {}
