export default {
  'base.title': '底图',
  'base.failed': '底图“{title}”没有回应：可能没有网络，或该服务拒绝了访问。图层不受影响。',
};
