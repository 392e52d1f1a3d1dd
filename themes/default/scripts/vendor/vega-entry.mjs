// What a run chart needs of Vega: parser, view, encoders; no geography, forces or trees.
import { transforms } from 'vega-dataflow';
import * as encode from 'vega-encode';
import * as basic from 'vega-transforms';
import * as views from 'vega-view-transforms';
import { View } from 'vega-view';
import { parse } from 'vega-parser';
import { expressionInterpreter } from 'vega-interpreter';

Object.assign(transforms, basic, views, encode);
globalThis.vega = { parse, View, expressionInterpreter };
